package vn.dusinhhoat.revision.gate;

import java.util.Arrays;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import vn.dusinhhoat.platform.CallableFromModel;

/** The beans and methods that a model may name. */
@Component
class CallableBeans {

    private final ListableBeanFactory beans;

    CallableBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    boolean isBean(String name, Class<?> type) {
        return isMarked(name) && beans.isTypeMatch(name, type);
    }

    boolean isMethod(String bean, String method) {
        return isMarked(bean) && Arrays.stream(ClassUtils.getUserClass(beans.getType(bean)).getMethods())
                .anyMatch(each -> each.getName().equals(method) && each.isAnnotationPresent(CallableFromModel.class));
    }

    private boolean isMarked(String name) {
        return beans.containsBean(name) && beans.findAnnotationOnBean(name, CallableFromModel.class) != null;
    }
}
