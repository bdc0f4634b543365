/**
 * What a network is, without running one: layers as records, the notation ({@code 1x29x29-20C4-MP2-…}), shape inference and cost.
 *
 * <p>Everything here is immutable and pure; a mistake in a network is a {@link inklab.net.Problem}, never an exception.
 */
package inklab.net;
