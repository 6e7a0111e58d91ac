package dev.verbatim.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.playground.botapi.SimulatedChat;
import dev.verbatim.playground.botapi.SimulatedMessage;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tests the import and export of chats in Telegram Desktop's format.
class DesktopFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Playground playground = Playground.open(Clock.systemUTC());

    @AfterEach
    void close() {
        playground.close();
    }

    @Test
    void importKeepsMembersDatesRepliesAndEntities() {
        SimulatedChat chat =
                bringIn(
                        """
                        {"name":"Book club","type":"private_supergroup","id":1,"messages":[
                         {"id":1,"type":"service","actor":"Eve","action":"create_group","text":""},
                         {"id":5,"type":"message","date_unixtime":"1700000000","from":"Eve",
                          "from_id":"user901","text":["See ",{"type":"bold","text":"chapter 2"}],
                          "text_entities":[{"type":"plain","text":"See "},{"type":"bold","text":"chapter 2"}]},
                         {"id":6,"type":"message","date_unixtime":"1700000060","from":null,
                          "from_id":"user902","text":"I did","text_entities":[{"type":"plain","text":"I did"}],
                          "reply_to_message_id":5},
                         {"id":7,"type":"message","date_unixtime":"1700000070","from":"Eve",
                          "from_id":"user901","photo":"x.jpg","text":"","text_entities":[]}]}
                        """);

        JsonNode second = last(chat).toJson();
        assertThat(second.path("text").asString()).isEqualTo("I did");
        assertThat(second.at("/from/first_name").asString()).isEqualTo("Deleted account");
        assertThat(second.path("date").asLong()).isEqualTo(1_700_000_060);
        assertThat(second.at("/reply_to_message/text").asString()).isEqualTo("See chapter 2");
        assertThat(second.at("/reply_to_message/entities/0/type").asString()).isEqualTo("bold");
        assertThat(second.at("/reply_to_message/entities/0/offset").asInt()).isEqualTo(4);
    }

    @Test
    void exportedGroupIsImportedUnchanged() {
        playground.demo().orElseThrow().play();
        SimulatedChat group = playground.telegram().groups().getFirst();
        JsonNode export = DesktopExportWriter.of(group);

        SimulatedChat again = new DesktopExportImporter(playground).importGroup(export);

        assertThat(words(again)).isEqualTo(words(group)).isNotEmpty();
        assertThat(DesktopExportWriter.of(again).path("messages").findValuesAsString("from"))
                .isEqualTo(export.path("messages").findValuesAsString("from"));
    }

    @Test
    void otherFilesAreRefusedWithAHint() {
        assertThatThrownBy(() -> bringIn("{\"chats\":{\"list\":[]}}"))
                .hasMessageContaining("result.json of one chat");
    }

    private SimulatedChat bringIn(String json) {
        return new DesktopExportImporter(playground).importGroup(JSON.readTree(json));
    }

    private static SimulatedMessage last(SimulatedChat chat) {
        return chat.messages().getLast();
    }

    private static List<String> words(SimulatedChat chat) {
        return chat.messages().stream()
                .map(SimulatedMessage::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
