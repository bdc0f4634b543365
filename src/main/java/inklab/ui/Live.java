package inklab.ui;

/**
 * Training as the top bar shows it, wherever one is.
 *
 * @param run the run's name
 * @param epoch the epoch it is in, from 1; 0 while it is being prepared
 * @param epochs how many there will be
 * @param fraction of the whole run, from 0 to 1
 * @param secondsLeft until its end; NaN while unknown
 * @param paused whether it waits to be resumed
 */
public record Live(String run, int epoch, int epochs, double fraction, double secondsLeft, boolean paused) {}
