package dev.parlance.fake.twilio;

import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.http.TwilioRestClient;
import dev.parlance.fake.twilio.ClientArguments.Arguments;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** One of the actions of a resource in Twilio's library, with the fewest parameters. */
final class SdkAction {
    private static final Map<String, String> FACTORIES =
            Map.of("create", "creator", "read", "reader", "fetch", "fetcher", "update", "updater", "delete", "deleter");

    private final Class<?> resource;
    private final String verb;
    private final Method factory;

    private SdkAction(Class<?> resource, String verb, Method factory) {
        this.resource = resource;
        this.verb = verb;
        this.factory = factory;
    }

    /** The action of a resource with this verb, such as {@code create}. */
    static Optional<SdkAction> of(Class<?> resource, String verb) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getName().equals(FACTORIES.get(verb)))
                .min(Comparator.comparingInt(Method::getParameterCount).thenComparing(Method::toString))
                .map(factory -> new SdkAction(resource, verb, factory));
    }

    /** Sends a request whose arguments are placeholders. */
    Object sendPlaceholders(TwilioRestClient client) throws Throwable {
        return send(request(Optional.empty()), client);
    }

    Object send(Arguments arguments, TwilioRestClient client) throws Throwable {
        Object request = request(Optional.of(arguments));
        if (request instanceof Reader<?> reader) {
            reader.pageSize(1).limit(3);
        }
        for (Method setter : request.getClass().getMethods()) {
            if (setter.getName().startsWith("set") && setter.getParameterCount() == 1) {
                set(request, setter, arguments);
            }
        }
        return send(request, client);
    }

    private Object request(Optional<Arguments> arguments) throws ReflectiveOperationException {
        Type[] types = factory.getGenericParameterTypes();
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            String placeholder = SdkValues.placeholder(i, types[i]);
            if (!SdkValues.isModel(types[i])) {
                values[i] = SdkValues.of(
                        arguments.map(given -> given.values().get(placeholder)).orElse(placeholder), types[i]);
            } else if (arguments.isPresent()) {
                values[i] = SdkValues.model((Class<?>) types[i], arguments.get().body());
            }
        }
        return factory.invoke(null, values);
    }

    /** Sets what Twilio requires although the factory doesn't. */
    private static void set(Object request, Method setter, Arguments arguments) throws ReflectiveOperationException {
        Type type = setter.getGenericParameterTypes()[0];
        if (SdkValues.isModel(type) || (type == Object.class && setter.getName().equals("setBody"))) {
            setter.invoke(request, SdkValues.model((Class<?>) type, arguments.body()));
            return;
        }
        for (Map.Entry<String, String> each : arguments.more().entrySet()) {
            if (setter.getName().equalsIgnoreCase("set" + each.getKey().replaceAll("[._]", ""))) {
                setter.invoke(request, SdkValues.of(each.getValue(), type));
            }
        }
    }

    private Object send(Object request, TwilioRestClient client) throws Throwable {
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

    @Override
    public String toString() {
        return resource.getName().replace("com.twilio.rest.", "") + " " + verb;
    }
}
