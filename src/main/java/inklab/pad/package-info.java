/**
 * From pen strokes to a network's input, as MNIST's images were made: drawn with a pen of MNIST's thickness, cropped, scaled to a 20×20 box,
 * placed by the centre of mass. Pure: the same strokes always give the same picture. Also the files that strokes are kept in,
 * {@code *.strokes.jsonl}.
 */
package inklab.pad;
