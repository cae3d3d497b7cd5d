package vn.dusinhhoat.platform.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import vn.dusinhhoat.platform.CallableFromModel;

/**
 * The beans that expressions in diagrams can name: those marked {@link CallableFromModel}. Looked up when used, since
 * delegates need the engine that is being built with this map.
 */
final class ModelBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;
    private Set<String> names;

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    private synchronized Set<String> names() {
        if (names == null) {
            names = Set.of(beans.getBeanNamesForAnnotation(CallableFromModel.class));
        }
        return names;
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String name && names().contains(name);
    }

    @Override
    public Object get(Object key) {
        return containsKey(key) ? ((BeanFactory) beans).getBean((String) key) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return names().stream().map(name -> Map.entry((Object) name, get(name))).collect(Collectors.toUnmodifiableSet());
    }
}
