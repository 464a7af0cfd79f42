/** A page that edits a survey's files. */
module dev.parlance.editor {
    requires transitive dev.parlance.survey;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires dev.parlance.core;
    requires dev.parlance.pages;
    requires static org.jspecify;

    exports dev.parlance.editor;

    opens dev.parlance.editor to
            com.fasterxml.jackson.databind;
}
