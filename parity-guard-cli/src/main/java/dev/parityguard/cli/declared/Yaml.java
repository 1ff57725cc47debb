package dev.parityguard.cli.declared;

import dev.parityguard.cli.input.BadInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A place in a YAML document. Asked for what is not there it gives nothing. */
record Yaml(Node node) {
    private static final int MAX_MERGES = 20;

    /** The documents of a text. */
    static List<Yaml> documents(String text, String file) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .setUseMarks(true)
                .setCodePointLimit(DeclaringFiles.MAX_BYTES)
                .build();
        try {
            List<Yaml> documents = new ArrayList<>();
            for (Node node : new Compose(settings).composeAllFromString(text)) {
                documents.add(new Yaml(node));
            }
            return documents;
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse("");
            throw new BadInput(file + place + ": this is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new BadInput(file + ": this is not YAML that can be read");
        }
    }

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** The text of a scalar, or null. */
    @Nullable
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    /** The items of a sequence, none when it is no sequence. */
    List<Yaml> items() {
        List<Yaml> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> items.add(new Yaml(item)));
        }
        return items;
    }

    /** The members of a mapping with those that {@code <<} merges into it, none when it is no mapping. */
    Map<String, Yaml> members() {
        Map<String, Yaml> members = new LinkedHashMap<>();
        collect(members, 0);
        return members;
    }

    private void collect(Map<String, Yaml> members, int depth) {
        if (!(node instanceof MappingNode mapping) || depth > MAX_MERGES) {
            return;
        }
        Set<String> own = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && !key.getValue().equals("<<")) {
                if (!own.add(key.getValue())) {
                    throw twice(key);
                }
                members.putIfAbsent(key.getValue(), new Yaml(tuple.getValueNode()));
            }
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("<<")) {
                Yaml merged = new Yaml(tuple.getValueNode());
                merged.collect(members, depth + 1);
                merged.items().forEach(item -> item.collect(members, depth + 1));
            }
        }
    }

    private static BadInput twice(ScalarNode key) {
        String place = key.getStartMark()
                .map(mark -> mark.getName() + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                .orElse("");
        return new BadInput(place + ": this is not YAML: the key `" + key.getValue() + "` is there twice");
    }

    @Nullable
    Yaml get(String key) {
        return members().get(key);
    }

    /** The place at the end of a path of keys, or null. */
    @Nullable
    Yaml at(String... keys) {
        Yaml place = this;
        for (String key : keys) {
            place = place == null ? null : place.get(key);
        }
        return place;
    }

    /** The text at the end of a path of keys, or null. */
    @Nullable
    String text(String... keys) {
        Yaml place = at(keys);
        return place == null ? null : place.text();
    }
}
