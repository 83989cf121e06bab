package org.openhersys.api.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What holds the house together (design: "The house", "Style"), as rules that a service's test
 * checks on the service's own classes.
 */
public final class HouseRules {
  private static final String ROOT = "org.openhersys.";
  private static final DescribedPredicate<JavaClass> SQL =
      resideInAPackage("org.jdbi..")
          .or(resideInAPackage("java.sql.."))
          .or(resideInAPackage("javax.sql.."))
          .or(resideInAPackage("org.postgresql.."));
  private static final DescribedPredicate<JavaClass> HTTP =
      resideInAPackage("jakarta.ws.rs..")
          .or(resideInAPackage("org.jboss.resteasy.."))
          .or(resideInAPackage("io.vertx.core.http.."))
          .or(resideInAPackage("io.vertx.ext.web.."));

  private HouseRules() {}

  /** The classes of a service, without its tests. */
  public static JavaClasses of(String service) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(ROOT + service);
  }

  /**
   * All rules for a service, by what they say.
   *
   * @param service the last part of its package: {@code identity}, {@code notification}, {@code
   *     tracking}
   */
  public static Map<String, ArchRule> forService(String service) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("features have no cycles", featuresWithoutCycles(service));
    rules.put("a resource holds no SQL", resourcesWithoutSql());
    rules.put("nothing but resources and providers knows HTTP", httpInResourcesOnly());
    rules.put("every resource says who may use it", resourcesSayWho());
    rules.put("no service knows another", noOtherService(service));
    rules.put("no drawer for odds and ends", noDrawers());
    rules.put("time comes from the clock", timeFromTheClock());
    rules.put("resources end in Resource", resourcesAreNamedSo());
    rules.put("only the access-log code writes audit", auditThroughTheAccessLog());
    rules.put("every package says where null may be", everyPackageIsMarked());
    return rules;
  }

  /** Where NullAway looks: a package that is not marked would be left alone without a word. */
  public static ArchRule everyPackageIsMarked() {
    return classes().should(new IsNullMarked());
  }

  private static ArchRule featuresWithoutCycles(String service) {
    return slices().matching(ROOT + service + ".(*)..").should().beFreeOfCycles();
  }

  private static ArchRule resourcesWithoutSql() {
    return noClasses()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .dependOnClassesThat(SQL)
        .allowEmptyShould(true);
  }

  private static ArchRule httpInResourcesOnly() {
    return noClasses()
        .that(
            describe(
                "are no resources or providers",
                type ->
                    !type.isAnnotatedWith(Path.class)
                        && !type.isAnnotatedWith(Provider.class)
                        && !isPartOfResource(type)))
        .should()
        .dependOnClassesThat(HTTP);
  }

  private static boolean isPartOfResource(JavaClass type) {
    return type.getEnclosingClass().map(outer -> outer.isAnnotatedWith(Path.class)).orElse(false);
  }

  private static ArchRule resourcesSayWho() {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Path.class)
        .and()
        .arePublic()
        .should(new SaysWho());
  }

  private static ArchRule noOtherService(String service) {
    DescribedPredicate<JavaClass> others =
        describe(
            "belong to another service",
            type ->
                type.getPackageName().startsWith(ROOT)
                    && !type.getPackageName().startsWith(ROOT + service)
                    && !type.getPackageName().startsWith(ROOT + "api"));
    return noClasses().should().dependOnClassesThat(others);
  }

  private static ArchRule noDrawers() {
    return noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..impl..", "..manager..", "..helper..");
  }

  private static ArchRule timeFromTheClock() {
    return noClasses()
        .should()
        .callMethodWhere(
            describe("asks for the time and gives no clock", HouseRules::asksForTheTime));
  }

  private static ArchRule resourcesAreNamedSo() {
    return classes()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .haveSimpleNameEndingWith("Resource");
  }

  // A submission is one statement, its row of the access log included (SubmissionStore).
  private static ArchRule auditThroughTheAccessLog() {
    return noClasses()
        .that()
        .doNotHaveSimpleName("SubmissionStore")
        .should(new WritesAudit())
        .allowEmptyShould(true);
  }

  private static boolean asksForTheTime(JavaMethodCall call) {
    if (call.getTargetOwner().isEquivalentTo(System.class)) {
      return call.getName().equals("currentTimeMillis");
    }
    if (call.getTargetOwner().isEquivalentTo(Clock.class)) {
      return call.getName().startsWith("system");
    }
    return call.getTargetOwner().getPackageName().equals("java.time")
        && call.getName().equals("now")
        && !takesClock(call);
  }

  private static boolean takesClock(JavaMethodCall call) {
    return call.getTarget().getRawParameterTypes().stream()
        .anyMatch(type -> type.isEquivalentTo(Clock.class));
  }
}
