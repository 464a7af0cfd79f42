/** A survey's results as a web page. */
module dev.parlance.survey.pages {
    requires transitive dev.parlance.survey;
    requires com.fasterxml.jackson.databind;
    requires dev.parlance.pages;
    requires org.dhatim.fastexcel;
    requires static org.jspecify;

    exports dev.parlance.survey.pages;
}
