package vn.dusinhhoat.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Two people, or a person and a timer, in the same moment. */
public final class AtOnce {

    private static final int LONGEST_SECONDS = 30;

    private AtOnce() {
    }

    /** What was thrown; both begin in the same moment. */
    public static List<Throwable> run(ExecutorService people, Runnable one, Runnable two) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<?>> running = new ArrayList<>();
        for (Runnable each : List.of(one, two)) {
            running.add(people.submit(() -> {
                together.await();
                each.run();
                return null;
            }));
        }
        List<Throwable> thrown = new ArrayList<>();
        for (Future<?> each : running) {
            try {
                each.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                thrown.add(e.getCause());
            }
        }
        return thrown;
    }
}
