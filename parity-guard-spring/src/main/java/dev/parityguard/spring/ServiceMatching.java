package dev.parityguard.spring;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which bean stands for which service: the one that the configuration names, else the one of that name, else the
 * only one of its kind where the service is the only one of that kind as well. Never guesses between several.
 */
final class ServiceMatching {
    private final SortedMap<String, WantedService> wanted;
    private final List<ClientBean> beans;
    private final Predicate<String> isBean;
    private final SortedMap<String, Match> matches = new TreeMap<>();
    private final Set<String> taken = new HashSet<>();

    private ServiceMatching(SortedMap<String, WantedService> wanted, List<ClientBean> beans, Predicate<String> isBean) {
        this.wanted = wanted;
        this.beans = beans;
        this.isBean = isBean;
    }

    /**
     * Where each service is looked at.
     *
     * @param isBean whether the context has a bean of that name, of whatever kind
     */
    static SortedMap<String, Match> of(
            SortedMap<String, WantedService> wanted, List<ClientBean> beans, Predicate<String> isBean) {
        return new ServiceMatching(wanted, beans, isBean).matches();
    }

    private SortedMap<String, Match> matches() {
        wanted.forEach((name, service) -> {
            if (service.bean() != null) {
                matches.put(name, said(name, service.bean()));
                taken.add(service.bean());
            }
        });
        List<ClientBean> unsaid = beans.stream().filter(this::isFree).toList();
        byName(ServiceMatching::sameName);
        byName(ServiceMatching::sameNameWithoutKind);
        wanted.forEach((name, service) -> matches.computeIfAbsent(name, n -> byKind(n, service, unsaid)));
        return matches;
    }

    private Match said(String service, String bean) {
        return isBean.test(bean)
                ? new Match.Through(bean)
                : new Match.Wrong("parity-guard.services." + service + ".bean names '" + bean
                        + "', but there is no such bean; the guard can look through: " + words(beans));
    }

    private void byName(BiPredicate<String, ClientBean> sameName) {
        wanted.forEach((name, service) -> {
            List<ClientBean> named = candidates(service, beans).stream()
                    .filter(bean -> isFree(bean) && sameName.test(name, bean))
                    .toList();
            if (named.size() == 1
                    && matches.putIfAbsent(name, new Match.Through(named.get(0).name())) == null) {
                taken.add(named.get(0).name());
            }
        });
    }

    private boolean isFree(ClientBean bean) {
        return bean.kind() == ClientKind.S3 || !taken.contains(bean.name());
    }

    private static boolean sameName(String service, ClientBean bean) {
        String letters = Spelling.letters(service);
        String beanLetters = Spelling.letters(bean.name());
        return beanLetters.equals(letters)
                || bean.kind().nameOfBean(beanLetters).equals(letters);
    }

    private static boolean sameNameWithoutKind(String service, ClientBean bean) {
        ClientKind kind = bean.kind();
        String own = kind.nameOfService(kind.nameOfBean(Spelling.letters(bean.name())));
        return own.equals(kind.nameOfService(Spelling.letters(service)));
    }

    private Match byKind(String name, WantedService service, List<ClientBean> unsaid) {
        List<ClientBean> candidates = candidates(service, unsaid);
        ClientBean only = service.kinds().size() == 1 ? only(candidates) : null;
        if (only != null && (only.kind() == ClientKind.S3 || isOnlyOf(only.kind()))) {
            return new Match.Through(only.name());
        }
        if (service.hasUrl() || service.kinds().isEmpty()) {
            return new Match.Elsewhere();
        }
        String say = "parity-guard.services." + name + ".bean, or where it is: parity-guard.services." + name + ".url";
        if (candidates.isEmpty()) {
            return service.kinds().size() == 1
                    ? new Match.Nowhere("the application has no bean for it of type "
                            + service.kinds().iterator().next().typeName() + "; name its bean: " + say)
                    : new Match.Wrong(
                            "neither a bean of its name nor the profile tells what it is; name its bean: " + say);
        }
        return new Match.Wrong(
                "no bean has its name, and it could be any of: " + words(candidates) + "; say which: " + say);
    }

    /** One bean, or the one that the application itself takes where it asks for no other. */
    private static @Nullable ClientBean only(List<ClientBean> candidates) {
        List<ClientBean> primary =
                candidates.stream().filter(ClientBean::primary).toList();
        List<ClientBean> few = candidates.size() == 1 ? candidates : primary;
        return few.size() == 1 ? few.get(0) : null;
    }

    private boolean isOnlyOf(ClientKind kind) {
        return wanted.values().stream()
                        .filter(service ->
                                service.bean() == null && service.kinds().equals(Set.of(kind)))
                        .count()
                == 1;
    }

    private static List<ClientBean> candidates(WantedService service, List<ClientBean> beans) {
        return beans.stream()
                .filter(bean -> service.kinds().contains(bean.kind()))
                .toList();
    }

    private static String words(List<ClientBean> beans) {
        return beans.isEmpty()
                ? "no bean here"
                : beans.stream()
                        .collect(Collectors.groupingBy(
                                bean -> bean.kind().typeName(),
                                TreeMap::new,
                                Collectors.mapping(
                                        bean -> bean.name() + (bean.primary() ? " (primary)" : ""),
                                        Collectors.joining(", "))))
                        .entrySet()
                        .stream()
                        .map((Map.Entry<String, String> kind) -> kind.getKey() + " " + kind.getValue())
                        .collect(Collectors.joining("; "));
    }
}
