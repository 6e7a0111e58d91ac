package dev.verbatim.telegram.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// A poll that puts what it brings into the inbox before the library sees it, as it is. The library
/// reads all of a poll at once, and with one update that it can't read (a field that should not be
/// missing, a new kind of an old thing) it asks for the same batch for ever; and it asks for the
/// next batch, which confirms this one, before anybody has worked on it.
///
/// The library gets only the updates' numbers, so that it asks for what comes after them.
final class LenientGetUpdates extends GetUpdates {

    private static final Logger log = LoggerFactory.getLogger(LenientGetUpdates.class);

    private final transient UpdateIngestor ingestor;
    private final transient TelegramConnection connection;

    LenientGetUpdates(
            int offset,
            int seconds,
            List<String> kinds,
            UpdateIngestor ingestor,
            TelegramConnection line) {
        super(offset, 100, seconds, kinds);
        this.ingestor = ingestor;
        this.connection = line;
    }

    @Override
    @SuppressWarnings("NonApiType") // the library wants an ArrayList, and changes it
    public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
        List<JsonNode> received = new ArrayList<>();
        result(answer).forEach(received::add);
        ingestor.take(received);
        var updates = new ArrayList<Update>();
        received.stream()
                .filter(RawUpdate::isUpdate)
                .map(LenientGetUpdates::number)
                .forEach(updates::add);
        return updates;
    }

    private JsonNode result(String answer) throws TelegramApiRequestException {
        try {
            JsonNode response = OBJECT_MAPPER.readTree(answer);
            if (response.path("ok").asBoolean() && response.path("result").isArray()) {
                return response.path("result");
            }
        } catch (JsonProcessingException e) {
            // Its message would quote what people wrote.
            log.debug("not JSON: {}", e.getClass().getSimpleName());
        }
        connection.failed(ConnectionStatus.NO_BOT_API, "no response to a poll");
        throw new TelegramApiRequestException("not a response to getUpdates");
    }

    private static Update number(JsonNode json) {
        var update = new Update();
        update.setUpdateId(json.path("update_id").intValue());
        return update;
    }
}
