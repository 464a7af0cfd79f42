package dev.parlance.testkit;

import com.twilio.base.Resource;
import com.twilio.http.TwilioRestClient;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** One of the actions of a resource in Twilio's library: its factory with the fewest parameters, and their names. */
final class SdkAction {
    private final Method factory;
    private final List<String> names;

    private SdkAction(Method factory, List<String> names) {
        this.factory = factory;
        this.names = names;
    }

    /** The action with this name, such as {@code creator}. */
    static Optional<SdkAction> of(Class<?> resource, String name) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getName().equals(name))
                .min(Comparator.comparingInt(Method::getParameterCount).thenComparing(Method::toString))
                .map(factory -> new SdkAction(factory, names(factory)));
    }

    List<String> names() {
        return names;
    }

    Object request(BiFunction<String, Class<?>, Object> values) throws ReflectiveOperationException {
        Object[] arguments = new Object[names.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = values.apply(names.get(i), factory.getParameterTypes()[i]);
        }
        return factory.invoke(null, arguments);
    }

    /** Sends a request, and returns what it returned. */
    static Object send(Object request, String verb, TwilioRestClient client) throws Throwable {
        try {
            return request.getClass().getMethod(verb, TwilioRestClient.class).invoke(request, client);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Calls every getter. */
    static void read(Resource resource) throws Throwable {
        for (Method method : resource.getClass().getMethods()) {
            if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
                try {
                    method.invoke(resource);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
    }

    /** The names of a factory's parameters: the fields of the request in which their values arrive. */
    private static List<String> names(Method factory) {
        List<String> names = new ArrayList<>();
        try {
            for (int i = 0; i < factory.getParameterCount(); i++) {
                Object[] arguments = new Object[factory.getParameterCount()];
                Object marker = SdkValues.marker(factory.getParameterTypes()[i]);
                arguments[i] = marker;
                names.add(fieldWith(factory.invoke(null, arguments), marker));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(factory.toString(), e);
        }
        return names;
    }

    private static String fieldWith(Object request, Object marker) throws IllegalAccessException {
        for (Field field : request.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (field.get(request) == marker) {
                return field.getName();
            }
        }
        throw new IllegalStateException(request.getClass() + " has no field with its argument");
    }
}
