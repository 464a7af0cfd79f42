package dev.parlance.spring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The webhooks in controllers of a servlet application.
 *
 * @param servletPath the path of the servlet that serves controllers, such as {@code /mvc}; empty for the root
 */
record WebMvcControllers(List<RequestMappingHandlerMapping> mappings, String servletPath)
        implements ControllerWebhooks {
    @Override
    public List<MappedWebhook> find() {
        List<MappedWebhook> found = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> add(info, handler, found));
        }
        return found;
    }

    private void add(RequestMappingInfo info, HandlerMethod handler, List<MappedWebhook> found) {
        if (!WebhookMethods.isWebhook(handler.getMethod()) || info.getPathPatternsCondition() == null) {
            return;
        }
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (PathPattern path : info.getPathPatternsCondition().getPatterns()) {
            PathPattern below = PathPatternParser.defaultInstance.parse(servletPath + path.getPatternString());
            found.add(MappedWebhook.of(below, methods, handler));
        }
    }
}
