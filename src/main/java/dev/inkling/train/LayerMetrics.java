package dev.inkling.train;

/**
 * How a layer learns at one step: what Glorot and Bengio watched layer by layer to see why deep
 * networks are hard to train. Norms are Euclidean, of the layer's weights without its biases.
 *
 * @param layer its name, such as conv1
 * @param weights norm of the weights before the step
 * @param gradient norm of the loss's gradient by the weights, before it is clipped
 * @param update norm of what the step changed in the weights
 * @param spread how much the values behind the layer's activation function differ from image to
 *     image: the root mean square, over all values, of their standard deviation over the images of
 *     a probe; NaN where nothing was probed, or no activation function follows
 * @param dead part of the units behind that activation function that let no gradient through for
 *     any image of the probe, see {@link dev.inkling.layer.Primitive#isFlatAt}, 0…1; a filter is a
 *     unit, wherever on the image it is laid. NaN likewise
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio, Understanding
 *     the difficulty of training deep feedforward neural networks, 2010</a>
 */
public record LayerMetrics(
    String layer, double weights, double gradient, double update, double spread, double dead) {}
