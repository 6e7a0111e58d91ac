package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.verbatim.telegram.delivery.LenientGetUpdates.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

class LenientGetUpdatesTest {

    private static final String GOOD =
            """
            {"update_id":9,"message":{"message_id":1,"date":1,"text":"good",
             "chat":{"id":7,"type":"private"}}}
            """;

    private final List<Outcome> outcomes = new ArrayList<>();
    private final LenientGetUpdates poll =
            new LenientGetUpdates(3, 30, List.of("message"), outcomes::add);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'message':'a secret'",
                "'message':{'text':'a secret','date':'a secret'}",
                "'message':{'message_id':1,'date':1,'chat':{'id':'a secret','type':'private'}}",
                "'message':{'message_id':99999999999,'date':1,'text':'a secret'}",
                "'message':{'message_id':1,'date':1,'entities':{'type':'a secret'}}",
                "'callback_query':{'from':['a secret']}"
            })
    void anUnreadableUpdateIsItsNumberAndTheOthersAreWhole(String bad)
            throws TelegramApiRequestException {
        String update = "{\"update_id\":8," + bad.replace('\'', '"') + "}";

        List<Update> updates = poll.deserializeResponse(response(update, GOOD));

        assertThat(updates).extracting(Update::getUpdateId).containsExactly(8, 9);
        assertThat(updates.getFirst().hasMessage()).isFalse();
        assertThat(updates.getLast().getMessage().getText()).isEqualTo("good");
        assertThat(outcomes).containsExactly(Outcome.SKIPPED_UPDATE, Outcome.POLLED);
    }

    @Test
    void whatSomebodyWroteStaysOutOfTheLog() throws TelegramApiRequestException {
        var log = (Logger) LoggerFactory.getLogger(LenientGetUpdates.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);

        poll.deserializeResponse(response("{\"update_id\":8,\"message\":{\"date\":\"a secret\"}}"));

        log.detachAppender(lines);
        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("update 8", "date")
                .doesNotContain("a secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "<html>",
                "{}",
                "{\"ok\":true}",
                "{\"ok\":false}",
                "{\"ok\":true,\"result\":{}}"
            })
    void whatIsNoResponseIsSaid(String answer) {
        assertThatThrownBy(() -> poll.deserializeResponse(answer))
                .isInstanceOf(TelegramApiRequestException.class);
        assertThat(outcomes).containsExactly(Outcome.NO_RESPONSE);
    }

    @Test
    void nothingButThePollIsSent() throws JsonProcessingException {
        var json = new ObjectMapper();

        assertThat(json.readTree(json.writeValueAsString(poll)))
                .isEqualTo(
                        json.readTree(
                                """
                                {"method":"getupdates","offset":3,"limit":100,"timeout":30,
                                 "allowed_updates":["message"]}
                                """));
    }

    private static String response(String... updates) {
        return "{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}";
    }
}
