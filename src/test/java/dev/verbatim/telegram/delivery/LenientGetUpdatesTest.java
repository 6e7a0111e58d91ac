package dev.verbatim.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

class LenientGetUpdatesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final UpdateIngestor ingestor = mock(UpdateIngestor.class);
    private final TelegramConnection connection =
            new TelegramConnection(
                    Clock.systemUTC(),
                    new DeliveryMetrics(new SimpleMeterRegistry()),
                    new BotToken(Serving.TOKEN));
    private final LenientGetUpdates poll =
            new LenientGetUpdates(3, 30, List.of("message"), ingestor, connection);

    @Test
    void whatCameIsHandedOverAsItIsAndTheLibraryGetsTheNumbers()
            throws TelegramApiRequestException, JsonProcessingException {
        String bad = "{\"update_id\":8,\"message\":\"what is that?\"}";
        String good = "{\"update_id\":9,\"message\":{\"text\":\"good\"}}";

        List<Update> updates = poll.deserializeResponse(response(bad, good));

        verify(ingestor).take(List.of(JSON.readTree(bad), JSON.readTree(good)));
        assertThat(updates).extracting(Update::getUpdateId).containsExactly(8, 9);
        assertThat(updates).noneMatch(Update::hasMessage);
    }

    @Test
    void whatCannotBeKeptIsNotConfirmed() {
        doThrow(new IllegalStateException("the disk is full")).when(ingestor).take(any());

        assertThatThrownBy(() -> poll.deserializeResponse(response("{\"update_id\":8}")))
                .hasMessage("the disk is full");
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
        assertThat(connection.status().connectionStatus()).isEqualTo(ConnectionStatus.NO_BOT_API);
    }

    @Test
    void nothingButThePollIsSent() throws JsonProcessingException {
        assertThat(JSON.readTree(JSON.writeValueAsString(poll)))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"method":"getupdates","offset":3,"limit":100,"timeout":30,
                                 "allowed_updates":["message"]}
                                """));
    }

    private static String response(String... updates) {
        return "{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}";
    }
}
