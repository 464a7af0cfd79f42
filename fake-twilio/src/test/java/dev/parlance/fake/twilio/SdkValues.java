package dev.parlance.fake.twilio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.http.HttpMethod;
import com.twilio.type.Endpoint;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** Values of the parameters of Twilio's library, by their types. */
final class SdkValues {
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final int FIRST_NUMBER = 9_000_000;

    private SdkValues() {}

    /** The text of the placeholder for the parameter at this index. */
    static String placeholder(int index, Type type) {
        Type single = single(type);
        if (single == Integer.class || single == Long.class || single == BigDecimal.class) {
            return Integer.toString(FIRST_NUMBER + index);
        }
        if (isFields(single)) {
            return "{\"placeholder\":\"" + index + "\"}";
        }
        return single == URI.class ? "https://placeholder" + index + ".example" : "placeholder" + index;
    }

    /** Whether values of this type are the fields of a JSON body, in a class of their own. */
    static boolean isModel(Type type) {
        return type instanceof Class<?> model && model.getName().startsWith("com.twilio.rest.") && !model.isEnum();
    }

    /** The value with a text. Types that can't have it, such as enums and dates, get a valid value. */
    static Object of(String text, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(of(text, list.getActualTypeArguments()[0]));
        }
        if (type == Endpoint.class || type == PhoneNumber.class) {
            return new PhoneNumber(text);
        }
        if (type == Integer.class) {
            return number(text).intValue();
        }
        if (type == Long.class) {
            return number(text).longValue();
        }
        if (type == BigDecimal.class) {
            return number(text);
        }
        return isFields(type) ? fields(text) : plain(text, (Class<?>) type);
    }

    private static boolean isFields(Type type) {
        return type == Object.class || (type instanceof ParameterizedType map && map.getRawType() == Map.class);
    }

    private static Object fields(String json) {
        try {
            return JSON.readValue(json, Map.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Object plain(String text, Class<?> type) {
        if (type.isEnum()) {
            return type == HttpMethod.class ? HttpMethod.POST : type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "String" -> text;
            case "URI" -> URI.create(text);
            case "Twiml" -> new Twiml("<Response/>");
            case "Boolean" -> true;
            case "ZonedDateTime" -> ZonedDateTime.parse("2026-03-01T12:00:00Z");
            case "LocalDate" -> LocalDate.of(2026, 3, 1);
            default -> throw new IllegalArgumentException("No value for " + type);
        };
    }

    private static BigDecimal number(String text) {
        return text.matches("[\\d.]+") ? new BigDecimal(text) : BigDecimal.ONE;
    }

    /** The fields of a JSON body, read as the library reads them. */
    static Object model(Class<?> type, ObjectNode body) throws ReflectiveOperationException {
        if (type == Object.class) {
            return fields(body.toString());
        }
        try {
            return type.getMethod("fromJson", String.class, ObjectMapper.class).invoke(null, body.toString(), JSON);
        } catch (NoSuchMethodException e) {
            return read(type, body);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(body + " as " + type, e.getCause());
        }
    }

    private static Object read(Class<?> type, ObjectNode body) {
        try {
            return JSON.readValue(body.toString(), type);
        } catch (IOException e) {
            throw new IllegalArgumentException(body + " as " + type, e);
        }
    }

    private static Type single(Type type) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class
                ? list.getActualTypeArguments()[0]
                : type;
    }
}
