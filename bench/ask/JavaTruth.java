import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what the running JDK itself tells of some of its classes, as JSON. */
class JavaTruth {
    private static final List<String> facts = new ArrayList<>();
    private static final Map<String, List<String>> names = new TreeMap<>();

    public static void main(String[] classes) throws Exception {
        for (String name : classes) {
            Class<?> type = Class.forName(name);
            names.put(name, new ArrayList<>());
            Map<String, List<Method>> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(one -> Modifier.isPublic(one.getModifiers()) && !one.isSynthetic())
                .collect(Collectors.groupingBy(Method::getName, TreeMap::new, Collectors.toList()));
            methods.forEach((own, all) -> {
                names.get(name).add(own);
                if (all.size() == 1) method(name + "." + own, all.get(0));
            });
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isPublic(field.getModifiers())) field(name, field);
            }
            if (type.isEnum()) {
                String members = Stream.of(type.getEnumConstants()).map(one -> quoted(((Enum<?>) one).name()))
                    .collect(Collectors.joining(","));
                add("allowed", name, "\"names\":[" + members + "]");
            }
        }
        String known = names.entrySet().stream()
            .map(one -> quoted(one.getKey()) + ":[" + one.getValue().stream().map(JavaTruth::quoted)
                .collect(Collectors.joining(",")) + "]")
            .collect(Collectors.joining(","));
        System.out.println("{\"facts\":[" + String.join(",", facts) + "],\"names\":{" + known + "}}");
    }

    private static void method(String symbol, Method method) {
        String returned = method.getGenericReturnType().getTypeName().replaceAll("(?:\\w+\\.)+(?=\\w)", "")
            .replaceAll(".*\\$", "");
        add("returns", symbol, "\"value\":[" + quoted(returned) + "]");
        String thrown = Stream.of(method.getExceptionTypes()).map(one -> quoted(one.getSimpleName()))
            .collect(Collectors.joining(","));
        // A comment may name others, and classes that extend them.
        if (!thrown.isEmpty()) {
            add("raises", symbol, "\"some\":[" + thrown + "],\"besides\":[\"*\"]");
        }
        Deprecated mark = method.getAnnotation(Deprecated.class);
        add("deprecated", symbol, "\"yes\":" + (mark != null));
        if (mark != null && !mark.since().isEmpty()) {
            add("deprecated-since", symbol, "\"value\":[" + quoted(mark.since()) + "]");
        }
    }

    private static void field(String holder, Field field) throws IllegalAccessException {
        names.get(holder).add(field.getName());
        boolean isConstant = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
        if (!isConstant || !(field.getType().isPrimitive() || field.getType() == String.class)) return;
        String value = String.valueOf(field.get(null));
        if (value.matches("[\\w.+-]{1,30}")) add("constant", holder + "." + field.getName(), "\"value\":[" + quoted(value) + "]");
    }

    private static void add(String aspect, String symbol, String more) {
        facts.add("{\"aspect\":" + quoted(aspect) + ",\"package\":\"Java\",\"symbol\":" + quoted(symbol) + "," + more + "}");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
