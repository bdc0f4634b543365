/**
 * A sweep's members on an Apache Spark cluster: one member a task. The only room that knows Spark and Hadoop, compiled by the Maven profile
 * {@code spark} alone. It knows {@code sweep}, whose {@link inklab.sweep.Cluster} it is, and what a task needs to train: {@code train},
 * {@code recipe}, {@code engine} with its implementation, {@code data}, {@code net}. Nobody knows it.
 */
package inklab.spark;
