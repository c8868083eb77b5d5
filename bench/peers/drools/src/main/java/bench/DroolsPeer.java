// SPDX-License-Identifier: Apache-2.0
package bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/**
 * Drools with its executable model: one rule per column, a session per thousand enterprises.
 *
 * <p>Arguments as in peer.py, then a file of rules and the names of the columns, a row's verdict as c5 and
 * "does not apply" as n5. What no rule says is taken as not met.
 */
public final class DroolsPeer {
    private static final int BATCH = 1000;
    private static final byte MET = 1, NOT_MET = 2, NOT_APPLICABLE = 3;

    private final Path folder;
    private final int rows;
    private final String permille;
    private final List<String> columns;

    private DroolsPeer(String[] arguments) {
        folder = Path.of(arguments[0]);
        rows = Integer.parseInt(arguments[1]);
        permille = arguments[2];
        columns = Arrays.asList(arguments).subList(6, arguments.length);
    }

    private static KieBase compile(Path rules) throws IOException {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/bench/rules.drl", Files.readString(rules));
        var built = services.newKieBuilder(files).buildAll(ExecutableModelProject.class).getResults();
        if (built.hasMessages(Message.Level.ERROR))
            throw new IllegalArgumentException(built.toString());
        return services.newKieContainer(services.getRepository().getDefaultReleaseId()).getKieBase();
    }

    private List<Object> read(FactType type) throws IOException, ReflectiveOperationException {
        List<Object> enterprises = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Object enterprise = type.newInstance();
            type.set(enterprise, "verdicts", new Verdicts(columns.size()));
            enterprises.add(enterprise);
        }
        for (var field : type.getFields())
            if (!field.getName().equals("verdicts"))
                fill(type, field.getName(), enterprises);
        return enterprises;
    }

    private void fill(FactType type, String name, List<Object> enterprises) throws IOException {
        LongBuffer values = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + ".i64")))
            .order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        byte[] known = permille.equals("0") ? null : Files.readAllBytes(folder.resolve(name + "." + permille + ".bits"));
        for (int i = 0; i < rows; i++)
            if (known == null || (known[i >> 3] >> (i & 7) & 1) == 1)
                type.set(enterprises.get(i), name, values.get(i));
    }

    private static void judge(KieBase base, List<Object> enterprises) {
        for (int start = 0; start < enterprises.size(); start += BATCH) {
            KieSession session = base.newKieSession();
            enterprises.subList(start, Math.min(start + BATCH, enterprises.size())).forEach(session::insert);
            session.fireAllRules();
            session.dispose();
        }
    }

    /** One byte per criterion and enterprise; the columns c0, c1, ... are the criteria in their order. */
    private byte[] verdicts(FactType type, List<Object> enterprises) {
        int criteria = (int) columns.stream().filter(name -> name.startsWith("c")).count();
        byte[] out = new byte[criteria * rows];
        Arrays.fill(out, NOT_MET);
        for (int c = 0; c < columns.size(); c++) {
            String name = columns.get(c);
            int plane = Integer.parseInt(name.substring(1)) * rows;
            for (int i = 0; i < rows; i++)
                if (((Verdicts) type.get(enterprises.get(i), "verdicts")).holds[c])
                    out[plane + i] = name.startsWith("n") ? NOT_APPLICABLE : MET;
        }
        return out;
    }

    public static void main(String[] arguments) throws Exception {
        DroolsPeer peer = new DroolsPeer(arguments);
        KieBase base = compile(Path.of(arguments[5]));
        FactType type = base.getFactType("bench", "Enterprise");
        List<Object> enterprises = peer.read(type);
        List<String> seconds = new ArrayList<>();
        for (int run = 0; run <= Integer.parseInt(arguments[3]); run++) {
            long started = System.nanoTime();
            judge(base, enterprises);
            if (run > 0)
                seconds.add(String.format(Locale.ROOT, "%.9f", (System.nanoTime() - started) / 1e9));
        }
        Files.write(Path.of(arguments[4]), peer.verdicts(type, enterprises));
        System.out.printf("{\"seconds\": %s, \"version\": \"%s\", \"timed\": \"%s\"}%n", seconds,
            KieBase.class.getPackage().getImplementationVersion(), "Java objects to flags in them, sessions of " + BATCH);
    }
}
