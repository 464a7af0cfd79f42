/** Survey events by HTTP and to Kafka. */
module dev.parlance.survey.events {
    requires transitive dev.parlance.survey;
    requires transitive java.net.http;
    requires dev.parlance.security;
    requires static kafka.clients;
    requires static org.jspecify;

    exports dev.parlance.survey.events;
}
