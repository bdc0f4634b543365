package inklab.pad;

/** How a drawing comes onto the 28×28 field. */
public enum Placing {
    /** As in MNIST: scaled to the 20×20 box, its centre of mass in the field's middle. */
    CENTRE_OF_MASS,
    /** Scaled to the 20×20 box, the box in the field's middle. */
    BOX,
    /** Not at all: the whole page becomes the field, with the drawing as large and where it was drawn. */
    AS_DRAWN
}
