package dev.verbatim.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.verbatim.playground.botapi.FaultInjector.InjectedFault;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// Tests that the client library which most Java bots use reads errors, and what comes of calls
/// whose connection is lost.
class TelegramClientErrorsIT {

    private final BotApiFixture fixture = new BotApiFixture();
    private final TelegramUrl url =
            TelegramUrl.builder()
                    .schema("http")
                    .host("127.0.0.1")
                    .port(fixture.server.port())
                    .build();
    private final OkHttpTelegramClient client = new OkHttpTelegramClient(BotApiFixture.TOKEN, url);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void rejectsALongCaption() {
        fixture.hello();
        var document =
                SendDocument.builder()
                        .chatId("7")
                        .document(new InputFile(new ByteArrayInputStream(new byte[] {1}), "a.txt"))
                        .caption("a".repeat(1025))
                        .build();

        assertThatThrownBy(() -> client.execute(document))
                .hasMessageContaining("message caption is too long");
    }

    @Test
    void errorIsReadWithItsParameters() {
        fixture.hello();
        fixture.telegram.faults().failNext("sendMessage", InjectedFault.tooManyRequests(17));

        var refused =
                catchThrowableOfType(
                        TelegramApiRequestException.class,
                        () -> client.execute(new SendMessage("7", "a")));

        assertThat(refused.getErrorCode()).isEqualTo(429);
        assertThat(refused.getParameters().getRetryAfter()).isEqualTo(17);
    }

    @Test
    void lostResponseIsCarriedOutAndConnectionResetIsNot() {
        SimulatedChat chat = fixture.hello();
        fixture.telegram
                .faults()
                .failNext(
                        "sendMessage",
                        InjectedFault.connectionReset(),
                        InjectedFault.lostResponse());

        assertThatThrownBy(() -> client.execute(new SendMessage("7", "reset")))
                .isInstanceOf(TelegramApiException.class);
        assertThatThrownBy(() -> client.execute(new SendMessage("7", "dropped")))
                .isInstanceOf(TelegramApiException.class);

        await().atMost(BotApiFixture.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(chat.messages().stream().map(SimulatedMessage::text))
                                        .containsExactly("Hello", "dropped"));
    }
}
