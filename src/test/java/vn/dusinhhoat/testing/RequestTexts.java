package vn.dusinhhoat.testing;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Every place of our own requests where somebody may write: found in the controllers, not in a list. */
public final class RequestTexts {

    private RequestTexts() {
    }

    /** Texts and lists of texts of request bodies: "VisitChangeController.Move.reason". */
    public static List<RecordComponent> inBodies() {
        List<RecordComponent> found = new ArrayList<>();
        methods().flatMap(method -> Arrays.stream(method.getParameters())).filter(each -> each.isAnnotationPresent(RequestBody.class))
                .map(Parameter::getParameterizedType).distinct().forEach(type -> collect(type, found));
        return found.stream().distinct().toList();
    }

    /** Anything but numbers, days, choices and texts in a body, that therefore looks after itself. */
    public static List<String> otherShapesInBodies() {
        return methods().flatMap(method -> Arrays.stream(method.getParameters())).filter(each -> each.isAnnotationPresent(RequestBody.class))
                .map(Parameter::getType).distinct().flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(each -> !isText(each.getGenericType()) && !isPlain(each.getGenericType()) && recordIn(each.getGenericType()) == null)
                .map(each -> name(each) + ": " + each.getType().getSimpleName()).distinct().sorted().toList();
    }

    /** Texts in questions: "LookupController.people.name". */
    public static List<String> inQuestions() {
        return methods().flatMap(method -> Arrays.stream(method.getParameters())
                .filter(each -> each.isAnnotationPresent(RequestParam.class) && each.getType() == String.class)
                .map(each -> method.getDeclaringClass().getSimpleName() + "." + method.getName() + "." + each.getName())).sorted().toList();
    }

    /** Uploads, each with the name of a file: "ReportFileController.add". */
    public static List<String> uploads() {
        return methods().filter(method -> Arrays.asList(method.getParameterTypes()).contains(MultipartFile.class))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName()).sorted().toList();
    }

    public static String name(RecordComponent component) {
        String owner = component.getDeclaringRecord().getName();
        return owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.') + "." + component.getName();
    }

    private static java.util.stream.Stream<Method> methods() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("vn.dusinhhoat").stream().flatMap(bean -> {
            try {
                return Arrays.stream(Class.forName(bean.getBeanClassName()).getDeclaredMethods());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }).filter(method -> !method.isSynthetic());
    }

    private static void collect(Type type, List<RecordComponent> found) {
        Class<?> body = recordIn(type);
        if (body != null) {
            for (RecordComponent component : body.getRecordComponents()) {
                if (isText(component.getGenericType())) {
                    found.add(component);
                } else {
                    collect(component.getGenericType(), found);
                }
            }
        }
    }

    private static boolean isText(Type type) {
        return type == String.class
                || type instanceof ParameterizedType list && Arrays.asList(list.getActualTypeArguments()).contains(String.class);
    }

    private static boolean isPlain(Type type) {
        return type instanceof Class<?> plain && (plain.isPrimitive() || plain.isEnum() || Number.class.isAssignableFrom(plain)
                || plain == Boolean.class || plain.getPackageName().equals("java.time"))
                || type instanceof ParameterizedType list && isPlain(list.getActualTypeArguments()[0]);
    }

    private static Class<?> recordIn(Type type) {
        if (type instanceof ParameterizedType list) {
            return recordIn(list.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> found && found.isRecord() ? found : null;
    }
}
