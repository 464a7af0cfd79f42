package dev.parlance.spring.autoconfigure;

import dev.parlance.security.servlet.SignatureFilter;
import dev.parlance.webhook.WebhookRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Arguments of controllers' methods, from the request that the filter checked. */
final class WebhookArguments implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return WebhookMethods.isArgument(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object checked = request.getAttribute(SignatureFilter.REQUEST, RequestAttributes.SCOPE_REQUEST);
        if (!(checked instanceof WebhookRequest webhook)) {
            throw new IllegalStateException("The signature of this request was not checked");
        }
        return WebhookMethods.argument(parameter.getParameterType(), webhook);
    }
}
