package dev.parlance.account;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What this artifact adds to an application's class path. */
class ClassPathTest {
    @Test
    void there_is_no_xml_mapper_with_which_spring_would_answer_browsers_in_xml() {
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> Class.forName("com.fasterxml.jackson.dataformat.xml.XmlMapper"));
    }
}
