/**
 * Training, written once for every engine: the loop ({@code Trainer}), the mini-batches it eats ({@link
 * inklab.train.BatchSource}), what it measures ({@code MetricLog}), what it leaves on disk ({@code RunFolder}),
 * and the service that runs one recipe after another ({@code RunQueue}).
 *
 * <p>Epochs count from 0 in code and from 1 in files and for people; steps count from 0 everywhere.
 */
package inklab.train;
