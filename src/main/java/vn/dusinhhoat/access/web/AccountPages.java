package vn.dusinhhoat.access.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Addresses of the two pages: one's own password, open to all; the clerk's accounts. The latter is below
 * {@code /camunda}, where the browser hands over the CSRF token of the webapps.
 */
@Configuration(proxyBeanMethods = false)
class AccountPages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (String page : new String[] {"/account", "/camunda/accounts"}) {
            registry.addRedirectViewController(page, page + "/");
            registry.addViewController(page + "/").setViewName("forward:" + page + "/index.html");
        }
    }
}
