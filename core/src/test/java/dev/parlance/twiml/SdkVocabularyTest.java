package dev.parlance.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.TwiML;
import com.twilio.twiml.VoiceResponse;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Writes every element of Twilio's own library, with all attributes and children, and compares the results. */
class SdkVocabularyTest {
    /** Elements with a class in this library. */
    private static final Set<String> TYPED = Set.of(
            "messaging.Body",
            "messaging.Media",
            "messaging.Message",
            "messaging.Redirect",
            "voice.Client",
            "voice.Conference",
            "voice.Connect",
            "voice.Dial",
            "voice.Enqueue",
            "voice.Gather",
            "voice.Hangup",
            "voice.Identity",
            "voice.Leave",
            "voice.Number",
            "voice.Parameter",
            "voice.Pause",
            "voice.Play",
            "voice.Queue",
            "voice.Record",
            "voice.Redirect",
            "voice.Reject",
            "voice.Say",
            "voice.Sip",
            "voice.SsmlBreak",
            "voice.SsmlEmphasis",
            "voice.SsmlLang",
            "voice.SsmlP",
            "voice.SsmlPhoneme",
            "voice.SsmlProsody",
            "voice.SsmlS",
            "voice.SsmlSayAs",
            "voice.SsmlSub",
            "voice.SsmlW",
            "voice.Start",
            "voice.Stop",
            "voice.Stream",
            "voice.Task");

    /** Elements without a class in this library. */
    private static final Set<String> UNTYPED = Set.of(
            "voice.AiSession",
            "voice.Application",
            "voice.ApplicationSid",
            "voice.Autopilot",
            "voice.Config",
            "voice.Conversation",
            "voice.ConversationRelay",
            "voice.ConversationRelaySession",
            "voice.Echo",
            "voice.Header",
            "voice.Headers",
            "voice.Language",
            "voice.Pay",
            "voice.Prompt",
            "voice.Recording",
            "voice.Refer",
            "voice.ReferSip",
            "voice.Room",
            "voice.Sim",
            "voice.Siprec",
            "voice.SipUri",
            "voice.Sms",
            "voice.Transcription",
            "voice.VirtualAgent",
            "voice.WhatsApp");

    @Test
    void every_element_of_the_sdk_is_covered() {
        Set<String> known = new TreeSet<>(TYPED);
        known.addAll(UNTYPED);

        assertThat(elements().map(SdkVocabularyTest::shortName)).containsExactlyInAnyOrderElementsOf(known);
    }

    @TestFactory
    Stream<DynamicTest> matches_the_sdk() {
        return elements()
                .map(type -> dynamicTest(shortName(type), () -> {
                    TwiML whole = complete(type);
                    Xml sdk = Xml.parse(whole.toXml());

                    VoiceTwiml ours = VoiceTwiml.create().element(sdk.name(), e -> rebuild(sdk, e));

                    assertThat(Xml.of(ours).onlyChild()).isEqualTo(sdk);
                }));
    }

    private static void rebuild(Xml from, AnyElement to) {
        from.attributes().forEach(to::attribute);
        for (Object part : from.content()) {
            if (part instanceof Xml child) {
                to.element(child.name(), e -> rebuild(child, e));
            } else {
                to.text((String) part);
            }
        }
    }

    private static Stream<Class<?>> elements() {
        String jar = VoiceResponse.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        try (JarFile classes = new JarFile(jar)) {
            List<Class<?>> found = classes.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches("com/twilio/twiml/(voice|messaging)/\\w+\\.class"))
                    .sorted()
                    .<Class<?>>map(name -> named(name.replace(".class", "").replace('/', '.')))
                    .filter(TwiML.class::isAssignableFrom)
                    .toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An element on which every setter of its builder was called, with minimal children. */
    private static TwiML complete(Class<?> type) throws ReflectiveOperationException {
        Object builder = builder(type);
        Method[] methods = builder.getClass().getDeclaredMethods();
        Arrays.sort(methods, Comparator.comparing(Method::toGenericString));
        for (Method method : methods) {
            boolean isSetter = method.getParameterCount() == 1
                    && Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers());
            if (isSetter) {
                method.invoke(builder, value(method.getParameterTypes()[0], method.getGenericParameterTypes()[0]));
            }
        }
        return built(builder);
    }

    private static Object builder(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> shortest = Arrays.stream(
                        named(type.getName() + "$Builder").getConstructors())
                .min(Comparator.comparing(Constructor::toGenericString))
                .orElseThrow();
        Object[] values = new Object[shortest.getParameterCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(shortest.getParameterTypes()[i], shortest.getGenericParameterTypes()[i]);
        }
        return shortest.newInstance(values);
    }

    private static TwiML built(Object builder) throws ReflectiveOperationException {
        return (TwiML) builder.getClass().getMethod("build").invoke(builder);
    }

    private static Object value(Class<?> type, java.lang.reflect.Type generic) throws ReflectiveOperationException {
        if (type == String.class) {
            return "<a> & \"b\"\t\n]]> ñ 😀";
        } else if (type == Integer.class) {
            return 7;
        } else if (type == Float.class) {
            return 0.5f;
        } else if (type == Boolean.class) {
            return true;
        } else if (type == URI.class) {
            return URI.create("https://example.com/a?b=c&d=e");
        } else if (type == HttpMethod.class) {
            return HttpMethod.GET;
        } else if (type == PhoneNumber.class) {
            return new PhoneNumber("+15005550006");
        } else if (type == List.class) {
            Class<?> item = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
            return item.isEnum() ? Arrays.asList(item.getEnumConstants()) : List.of(value(item, item));
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (TwiML.class.isAssignableFrom(type)) {
            return built(builder(type));
        }
        throw new AssertionError("The SDK has a new type of attribute: " + generic);
    }

    private static String shortName(Class<?> type) {
        return type.getName().substring("com.twilio.twiml.".length());
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
