package vn.dusinhhoat.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every static folder with a page of its own answers by the folder's name, as people type it. */
@Configuration(proxyBeanMethods = false)
class FolderPages implements WebMvcConfigurer {

    private static final String ROOT = "/static/";
    private static final String PAGE = "/index.html";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        try {
            for (Resource page : new PathMatchingResourcePatternResolver().getResources("classpath:" + ROOT + "*/**" + PAGE)) {
                String address = page.getURL().getPath();
                String folder = address.substring(address.lastIndexOf(ROOT) + ROOT.length() - 1, address.length() - PAGE.length());
                registry.addRedirectViewController(folder, folder + "/");
                registry.addViewController(folder + "/").setViewName("forward:" + folder + PAGE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
