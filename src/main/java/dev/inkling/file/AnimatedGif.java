package dev.inkling.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an animation that never ends, frame by frame; of each frame only what is new, in colours
 * of its own.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 */
public final class AnimatedGif implements AutoCloseable {
  private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
  private final ImageOutputStream out;
  private @Nullable BufferedImage last;

  /** An animation without a frame; the stream stays open. */
  public AnimatedGif(OutputStream stream) throws IOException {
    out = new MemoryCacheImageOutputStream(stream);
    writer.setOutput(out);
    writer.prepareWriteSequence(null);
  }

  /**
   * Adds a frame.
   *
   * @param frame without transparency; all frames have the size of the first
   * @param milliseconds for which it is shown, in steps of 10
   */
  public void add(BufferedImage frame, int milliseconds) throws IOException {
    BufferedImage fresh = FlatColors.of(frame, last);
    last = frame;
    IIOMetadata metadata = metadata(fresh, milliseconds);
    writer.writeToSequence(new IIOImage(fresh, null, metadata), null);
  }

  private IIOMetadata metadata(BufferedImage image, int milliseconds) throws IOException {
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("delayTime", String.valueOf(milliseconds / 10));
    control.setAttribute("transparentColorIndex", String.valueOf(FlatColors.NOTHING));
    IIOMetadataNode application = new IIOMetadataNode("ApplicationExtension");
    application.setAttribute("applicationID", "NETSCAPE");
    application.setAttribute("authenticationCode", "2.0");
    application.setUserObject(new byte[] {1, 0, 0}); // over and over
    child(root, "ApplicationExtensions").appendChild(application);
    metadata.setFromTree(format, root);
    return metadata;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (int i = 0; i < root.getLength(); i++) {
      if (root.item(i).getNodeName().equals(name)) {
        return (IIOMetadataNode) root.item(i);
      }
    }
    IIOMetadataNode child = new IIOMetadataNode(name);
    root.appendChild(child);
    return child;
  }

  @Override
  public void close() throws IOException {
    writer.endWriteSequence();
    out.close();
    writer.dispose();
  }
}
