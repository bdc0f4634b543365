package inklab.sweep;

import inklab.recipe.Recipe;

/**
 * A member to train, and how far.
 *
 * @param member its name, which is its run folder's
 * @param until so many epochs, to rest there; 0 for its end
 */
public record Assignment(String member, Recipe recipe, int until) {}
