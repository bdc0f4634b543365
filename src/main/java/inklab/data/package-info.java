/**
 * Pictures with labels: the catalogue of data sets, their download and cache, the readers of their files, the built-in Ink digits, and
 * {@link inklab.data.ImageSet}, which all of them become. Nothing here but the JDK.
 */
package inklab.data;
