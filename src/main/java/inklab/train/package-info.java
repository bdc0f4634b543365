/**
 * Training, written once for every engine: the loop ({@link inklab.train.Trainer}), the mini-batches it eats ({@link
 * inklab.train.BatchSource}), what it measures ({@link inklab.train.Metrics}), what it leaves on disk ({@link inklab.train.RunFolder}),
 * and the service that runs one recipe after another ({@link inklab.train.RunQueue}).
 *
 * <p>Start a training by a {@link inklab.train.TrainingJob}; steer and watch it by its {@link inklab.train.RunControl}.
 *
 * <p>Epochs count from 0 in code and from 1 in files and for people; steps count from 0 everywhere.
 */
package inklab.train;
