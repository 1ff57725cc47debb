package dev.parityguard.service.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects any reply of either version of the protocol as plain values; maps become lists of names and values. */
final class ReplyOutput extends CommandOutput<String, String, @Nullable Object> {
    private final Deque<OpenList> open = new ArrayDeque<>();

    ReplyOutput() {
        super(StringCodec.UTF8, null);
    }

    @Override
    public void set(@Nullable ByteBuffer bytes) {
        add(bytes == null ? null : StringCodec.UTF8.decodeValue(bytes));
    }

    @Override
    public void setSingle(@Nullable ByteBuffer bytes) {
        set(bytes);
    }

    @Override
    public void setBigNumber(@Nullable ByteBuffer bytes) {
        set(bytes);
    }

    @Override
    public void set(long number) {
        add(number);
    }

    @Override
    public void set(double number) {
        add(number);
    }

    @Override
    public void set(boolean value) {
        add(value);
    }

    @Override
    public void multi(int count) {
        if (count < 0) {
            add(null);
            return;
        }
        List<@Nullable Object> list = new ArrayList<>();
        add(list);
        if (count > 0) {
            open.push(new OpenList(list, count));
        }
    }

    /** A list is left as soon as its last element has been added, be that itself a list which is yet to be filled. */
    private void add(@Nullable Object value) {
        OpenList into = open.peek();
        if (into == null) {
            output = value;
            return;
        }
        into.list.add(value);
        if (into.list.size() == into.count) {
            open.pop();
        }
    }

    private record OpenList(List<@Nullable Object> list, int count) {}
}
