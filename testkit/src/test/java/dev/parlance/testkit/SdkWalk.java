package dev.parlance.testkit;

import com.twilio.base.Resource;
import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;

import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.fake.twilio.catalog.Route;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;

/** Creates, lists, fetches, updates and deletes every resource of Twilio's library, parents first. */
final class SdkWalk {
    private static final Map<String, String> VERBS = Map.of(
            "creator", "create", "reader", "read", "fetcher", "fetch", "updater", "update", "deleter", "delete");

    private final FakeTwilio twilio;
    private final SdkValues values = new SdkValues();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> failures = new TreeMap<>();
    private final TwilioRestClient client;
    private String url = "";
    private String method = "";
    private int resources;
    private int calls;

    SdkWalk(FakeTwilio twilio) {
        this.twilio = twilio;
        HttpClientBuilder http = HttpClientBuilder.create()
                .setProxy(new HttpHost("localhost", twilio.proxyUrl().getPort()))
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(twilio.sslContext()))
                        .build());
        client = new TwilioRestClient.Builder(
                        twilio.accountSid(), twilio.authToken().reveal())
                .accountSid(twilio.accountSid())
                .httpClient(new NetworkHttpClient(http) {
                    @Override
                    public Response makeRequest(Request request) {
                        url = request.constructURL().toString();
                        method = request.getMethod().name();
                        return super.makeRequest(request);
                    }
                })
                .build();
    }

    int resources() {
        return resources;
    }

    int calls() {
        return calls;
    }

    /** The failures, by action: {@code api.v2010.account.Message create} to what was thrown. */
    Map<String, String> failures() {
        return failures;
    }

    SdkWalk run() throws IOException, ClassNotFoundException {
        List<Class<?>> all = classes();
        resources = all.size();
        for (String action : List.of("creator", "reader", "fetcher", "updater")) {
            for (Class<?> resource : all) {
                if (!changesToken(resource)) {
                    call(resource, action);
                }
            }
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            if (!changesToken(all.get(i))) {
                call(all.get(i), "deleter");
            }
        }
        for (Class<?> resource : all) {
            if (changesToken(resource)) {
                List.of("creator", "deleter", "updater").forEach(action -> call(resource, action));
            }
        }
        return this;
    }

    /** These come last, because the client's own token is no longer valid after them. */
    private static boolean changesToken(Class<?> resource) {
        return resource.getSimpleName().matches("(Secondary)?AuthToken(Promotion)?");
    }

    private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
        String jar = TwilioRestClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        List<Class<?>> found = new ArrayList<>();
        try (JarFile file = new JarFile(jar)) {
            for (String name : (Iterable<String>) file.stream().map(Object::toString)::iterator) {
                if (name.matches("com/twilio/rest/[^$]+\\.class")) {
                    Class<?> type =
                            Class.forName(name.replace('/', '.').substring(0, name.length() - ".class".length()));
                    if (Resource.class.isAssignableFrom(type)) {
                        found.add(type);
                    }
                }
            }
        }
        found.sort(Comparator.<Class<?>>comparingInt(type -> type.getPackageName().split("\\.").length)
                .thenComparing(Class::getName));
        return found;
    }

    private void call(Class<?> resource, String action) {
        Optional<SdkAction> found = SdkAction.of(resource, action);
        if (found.isEmpty()) {
            return;
        }
        String verb = VERBS.get(action);
        calls++;
        try {
            accept(resource, attempt(resource, found.get(), verb));
        } catch (Throwable e) {
            failures.put(name(resource) + " " + verb, method + " " + url + ": " + e);
        }
    }

    private Object attempt(Class<?> resource, SdkAction action, String verb) throws Throwable {
        try {
            return SdkAction.send(request(resource, action, verb), verb, client);
        } catch (ApiException e) {
            if (Integer.valueOf(404).equals(e.getStatusCode()) && !verb.equals("create") && add(resource)) {
                return SdkAction.send(request(resource, action, verb), verb, client);
            }
            throw e;
        }
    }

    private void accept(Class<?> resource, Object answer) throws Throwable {
        if (answer instanceof ResourceSet<?> set) {
            for (Resource each : set.setPageSize(1).setLimit(3)) {
                accept(resource, each);
            }
        } else if (answer instanceof Resource each) {
            SdkAction.read(each);
            key(each).ifPresent(key -> keys.putIfAbsent(resource.getName(), key));
        }
    }

    private static Optional<String> key(Resource resource) throws ReflectiveOperationException {
        for (String getter : List.of("getSid", "getId", "getKey", "getUniqueName", "getPhoneNumber")) {
            Optional<java.lang.reflect.Method> method = Stream.of(resource.getClass().getMethods())
                    .filter(each -> each.getName().equals(getter))
                    .findFirst();
            if (method.isPresent()) {
                Object value = method.get().invoke(resource);
                if (value != null) {
                    return Optional.of(value.toString());
                }
            }
        }
        return Optional.empty();
    }

    private Object request(Class<?> resource, SdkAction action, String verb) throws ReflectiveOperationException {
        List<String> paths = action.names().stream()
                .filter(name -> name.startsWith("path"))
                .toList();
        List<String> owners = new ArrayList<>(ancestors(resource));
        if (!verb.equals("create") && !verb.equals("read")) {
            owners.add(resource.getName());
        }
        return action.request((name, type) -> {
            int fromEnd = paths.size() - paths.indexOf(name);
            if (!name.startsWith("path") || fromEnd > owners.size()) {
                return name.endsWith("Sid") && type == String.class ? sid(name) : values.of(name, type);
            }
            String key = keys.get(owners.get(owners.size() - fromEnd));
            if (key == null) {
                if (name.endsWith("Sid") && type == String.class) {
                    return sid(name);
                }
                return values.of(Character.toLowerCase(name.charAt(4)) + name.substring(5), type);
            }
            return type == Integer.class ? (Object) Integer.valueOf(key) : key;
        });
    }

    /** The SID of a resource whose class has the name of a parameter, or one that has the form of a SID. */
    private String sid(String parameter) {
        String name = parameter.substring(0, parameter.length() - "Sid".length()).toLowerCase(java.util.Locale.ROOT);
        if (name.equals("account")) {
            return twilio.accountSid();
        }
        return keys.entrySet().stream()
                .filter(entry -> name.endsWith(entry.getKey()
                        .substring(entry.getKey().lastIndexOf('.') + 1)
                        .toLowerCase(java.util.Locale.ROOT)))
                .map(Map.Entry::getValue)
                .filter(value -> value.matches("[A-Z]{2}[0-9a-f]{32}"))
                .sorted()
                .findFirst()
                .orElse("XX" + "0".repeat(31) + "9");
    }

    /** The classes of the resources in which this one is: a package has the name of its resource. */
    private static List<String> ancestors(Class<?> resource) {
        List<String> found = new ArrayList<>();
        String[] segments = resource.getPackageName().split("\\.");
        String parent = String.join(".", List.of(segments).subList(0, 5));
        for (int i = 5; i < segments.length; i++) {
            found.add(classNamed(parent, segments[i]));
            parent += "." + segments[i];
        }
        return found;
    }

    private static String classNamed(String parent, String segment) {
        return NAMES.computeIfAbsent(parent + "." + segment, any -> any);
    }

    private static final Map<String, String> NAMES = names();

    private static Map<String, String> names() {
        try {
            Map<String, String> names = new HashMap<>();
            for (Class<?> type : classes()) {
                names.put(
                        type.getPackageName() + "." + type.getSimpleName().toLowerCase(java.util.Locale.ROOT),
                        type.getName());
            }
            return names;
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds the resource that the last request wanted, if clients can't create it. */
    private boolean add(Class<?> resource) {
        URI last = URI.create(url);
        String host = last.getHost().split("\\.")[0];
        Optional<Operation> operation = Catalog.find(Route.of(method, host, last.getPath()));
        List<String> segments = operation.map(each -> each.route().segments()).orElse(List.of());
        if (segments.isEmpty() || !Route.isVariable(segments.get(segments.size() - 1))) {
            return false;
        }
        String variable = Route.nameOf(segments.get(segments.size() - 1));
        String prefix = operation.get().parameters().stream()
                .filter(parameter -> parameter.name().equals(variable))
                .map(Parameter::type)
                .flatMap(type -> type.prefixes().stream())
                .findFirst()
                .orElse("");
        if (prefix.isEmpty()) {
            return false;
        }
        String sid = prefix + "0".repeat(31) + "9";
        String path = last.getPath().replaceAll("/[^/]*$", "/") + sid;
        twilio.addResource("https://" + last.getHost() + path + operation.get().route().suffix(), Map.of());
        keys.put(resource.getName(), sid);
        return true;
    }

    private static String name(Class<?> resource) {
        return resource.getName().replace("com.twilio.rest.", "");
    }
}
