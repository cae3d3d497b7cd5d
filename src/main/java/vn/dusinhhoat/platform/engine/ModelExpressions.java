package vn.dusinhhoat.platform.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/** Expressions of diagrams: a name means our bean first, so that no variable of a case can stand in its place. */
final class ModelExpressions extends SpringExpressionManager {

    ModelExpressions(ApplicationContext context, Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver beansFirst = new CompositeELResolver();
        beansFirst.add(new ReadOnlyMapELResolver(beans));
        beansFirst.add(super.createElResolver());
        return beansFirst;
    }
}
