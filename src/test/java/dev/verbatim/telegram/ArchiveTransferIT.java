package dev.verbatim.telegram;

import static dev.verbatim.telegram.ArchivedGroup.GROUP;
import static dev.verbatim.telegram.delivery.RunningBot.ANN;
import static dev.verbatim.telegram.delivery.RunningBot.BEN;
import static dev.verbatim.telegram.delivery.RunningBot.awaitUntil;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.store.OnEachDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journeys of a group's archive out of the bot and into it, over real HTTP.
@OnEachDatabase(inEveryBuild = false)
class ArchiveTransferIT {

    @TempDir private Path data;

    private ArchivedGroup group;

    @BeforeEach
    void open() throws IOException {
        group = new ArchivedGroup(data);
    }

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void exportGoesToTheAdminsPrivateChat() {
        group.server.startChat(ANN);
        group.agree();
        group.server.write(GROUP, BEN, "Bagpipes playing");
        group.awaitKept(1);

        group.server.write(GROUP, BEN, "/export");
        group.awaitSaid("Only admins of this group can do that");
        assertThat(group.server.calls("sendDocument")).isEmpty();
        group.server.write(GROUP, ANN, "/export");

        group.awaitSaid("in our private chat");
        awaitUntil(() -> group.server.calls("sendDocument").size() == 1);
    }

    @Test
    void importNeedsConfirmationOfItsSize() {
        group.agree();
        group.server.write(GROUP, BEN, "/optout");
        group.awaitSaid("/optin takes that back");

        group.server.upload(GROUP, ANN, ArchivedGroup.export(500), "/import");
        group.awaitSaid("Messages to add: 1");
        assertThat(group.sent().getLast().text())
                .contains("older than they may be kept: 1", "opted out: 1", "kept already: 0");
        assertThat(group.kept()).isEmpty();
        group.tap(ANN, group.server.lastBotMessage(GROUP), "Add");

        group.awaitKept(1);
        assertThat(group.texts()).containsExactly("Said before");
        awaitUntil(() -> group.server.botTexts(GROUP).contains("Messages added: 1"));
    }

    @Test
    void refusesTheExportOfAnotherGroup() {
        group.agree();

        group.server.reply(
                GROUP,
                ANN,
                group.server.upload(GROUP, ANN, ArchivedGroup.export(501), ""),
                "/import");

        group.awaitSaid("not of this group");
    }

    @Test
    void refusesAFileThatIsNoExportWithTheReason() {
        group.agree();

        group.server.upload(GROUP, ANN, "{\"messages\": 5".getBytes(UTF_8), "/import");

        group.awaitSaid("result.json");
        assertThat(group.sent().getLast().text()).contains("I can’t read this file");
    }

    @Test
    void onlyAdminsImport() {
        group.agree();

        group.server.upload(GROUP, BEN, ArchivedGroup.export(500), "/import");

        group.awaitSaid("Only admins of this group can do that");
    }

    @Test
    void importsNothingWithoutConsent() {
        group.server.upload(GROUP, ANN, ArchivedGroup.export(500), "/import");

        group.awaitSaid("turn on catch-up first");
    }
}
