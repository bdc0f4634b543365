/**
 * Trained nets as other tools' files: ONNX, safetensors, Python sources for PyTorch and Keras, TensorBoard's event files; and what can be
 * taken over from them. A net is first written down as plain {@link inklab.export.Plan} steps, which each format then says in its own words.
 *
 * <p>How an image is prepared is no part of a net: every export has {@link inklab.export.Notes} beside it that say so.
 */
package inklab.export;
