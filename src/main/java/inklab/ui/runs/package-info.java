/** The workspace Runs: a table of all runs, their curves, committees of them, how they stand beside what was published, and in what two recipes differ. */
package inklab.ui.runs;
