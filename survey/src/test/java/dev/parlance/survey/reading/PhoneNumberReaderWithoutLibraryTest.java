package dev.parlance.survey.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** libphonenumber is optional: without it, numbers are checked by the lengths used in their country. */
class PhoneNumberReaderWithoutLibraryTest {
    private static URLClassLoader classes;

    @BeforeAll
    static void createClassPathWithoutLibphonenumber() {
        URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("libphonenumber"))
                .map(PhoneNumberReaderWithoutLibraryTest::url)
                .toArray(URL[]::new);
        classes = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    @AfterAll
    static void close() throws IOException {
        classes.close();
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static String read(String text, String country) throws ReflectiveOperationException {
        Object code = classes.loadClass(CallingCode.class.getName())
                .getMethod("of", String.class)
                .invoke(null, country);
        Method read =
                classes.loadClass(PhoneNumberReader.class.getName()).getMethod("read", String.class, Optional.class);
        Object number = read.invoke(null, text, code);
        return ((Optional<?>) number).map(Object::toString).orElse("");
    }

    @Test
    void libphonenumber_is_not_on_the_class_path() {
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> classes.loadClass("com.google.i18n.phonenumbers.PhoneNumberUtil"));
    }

    @ParameterizedTest
    @CsvSource({
        "1-415-555-0132, US, +14155550132",
        "(415) 555-0132, US, +14155550132",
        "+49 (0)171 1234567, DE, +491711234567",
        "0171 1234567, DE, +491711234567",
        "01 55 1234 5678, MX, +525512345678",
        "044 55 1234 5678, MX, +525512345678",
    })
    void numbers_are_read_as_their_country_writes_them(String text, String country, String number)
            throws ReflectiveOperationException {
        assertThat(read(text, country)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"555-0132, US", "115-555-0132, US", "+49 12, DE", "0171 123456789012, DE", "+999 12345678, DE"})
    void impossible_numbers_are_rejected(String text, String country) throws ReflectiveOperationException {
        assertThat(read(text, country)).isEmpty();
    }
}
