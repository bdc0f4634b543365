/**
 * Work off the FX thread and back: the only place that calls {@code Platform.runLater}. {@link inklab.ui.work.Jobs} runs something
 * once with progress and cancel, {@link inklab.ui.work.Latest} keeps a picture in step with a slider, {@link inklab.ui.work.Sampler} looks
 * at a running engine five times a second. Every executor is handed in, so that tests run all of it on their own thread.
 */
package inklab.ui.work;
