package vn.dusinhhoat.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.StartupRefused;
import vn.dusinhhoat.template.layout.UnfitLayout;
import vn.dusinhhoat.template.layout.Values;
import vn.dusinhhoat.template.layout.WordLayout;

/** The layouts in use: the office's own where the installation names a folder that holds one, else those shipped. */
@Component
class Layouts {

    private static final String SHIPPED = "layouts/";

    private final Path folder;

    Layouts(DocumentProperties properties) {
        this.folder = properties.layouts();
    }

    /**
     * Reads a layout and fills it once with each of the samples, so that what it lacks shows now and not on the day it is needed.
     *
     * @throws StartupRefused when a layout of the office's own does not fit
     */
    WordLayout checked(String file, Values... samples) {
        Path own = folder == null ? null : folder.resolve(file);
        boolean isOwn = own != null && Files.exists(own);
        try (InputStream content = isOwn ? Files.newInputStream(own) : new ClassPathResource(SHIPPED + file).getInputStream()) {
            WordLayout layout = WordLayout.read(content);
            for (Values sample : samples) {
                layout.fill(sample, OutputStream.nullOutputStream());
            }
            return layout;
        } catch (UnfitLayout e) {
            throw new StartupRefused("Bố cục văn bản " + (isOwn ? own : file) + " không dùng được. " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
