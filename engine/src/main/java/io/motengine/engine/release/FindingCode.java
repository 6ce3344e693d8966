package io.motengine.engine.release;

import java.util.Locale;

/** The kinds of mistakes in a release. The names are stable: tools may filter by them. */
public enum FindingCode {
    MISSING_FILE(Severity.ERROR, "a file that every release has is missing", "每个版本都必须有的文件缺失"),
    YAML_SYNTAX(Severity.ERROR, "the file is not YAML", "文件不是合法的 YAML"),
    UNKNOWN_KEY(Severity.ERROR, "a key that the file does not have", "文件中没有这个键"),
    WRONG_TYPE(
            Severity.ERROR, "a value of another type: a text for a number, a list for a text", "值的类型不对：例如该写数字的地方写了文字"),
    WRONG_VALUE(Severity.ERROR, "a value outside its bounds, or two values that do not go together", "值超出范围，或两个值互相矛盾"),
    UNKNOWN_NAME(
            Severity.ERROR,
            "a name that nothing declares: a channel, a product, a content, an event",
            "引用的名称没有声明：渠道、产品、文案、事件等"),
    FORBIDDEN_WORD(
            Severity.ERROR, "a text for customers has a word that policy.yaml forbids", "客户文案中出现 policy.yaml 禁用的词"),
    DRL_SYNTAX(Severity.ERROR, "the file is not DRL", "文件不是合法的 DRL"),
    DRL_NOT_ALLOWED(
            Severity.ERROR,
            "DRL that rules may not use: imports, functions, salience, loops, eval, more than one conclusion, forbidden classes",
            "规则中不允许的 DRL：import、函数、salience、循环、eval、多个结论、禁用的类"),
    DRL_TYPE(
            Severity.ERROR,
            "a fact, a field or a method that does not exist, or values that cannot be compared",
            "事实、字段或方法不存在，或两个值不能比较"),
    DUPLICATE_RULE(Severity.ERROR, "two rules have one name", "两条规则同名"),
    CONCLUSION(
            Severity.ERROR,
            "a rule concludes a name that it computes, or one that nothing declares",
            "结论的名称是计算出来的，或没有声明"),
    UNKNOWN_WORD(
            Severity.ERROR,
            "a rule compares with a word that can never be there: a pattern, a tier, a stage, a label, a level that nobody declares",
            "规则与一个永远不会出现的词比较：未声明的模式、层级、阶段、标签、等级"),
    MOMENT_NOT_RAISED(Severity.ERROR, "a card answers a moment that no rule raises", "策略卡对应的时机没有规则触发"),
    NOBODY(
            Severity.ERROR,
            "nobody can be in a card's audience, or nobody in it can be reached or may have the product",
            "没有人能进入该客群，或客群中无人可触达、无人可购买该产品"),
    CONTENT_USE(
            Severity.ERROR,
            "a text does not fit its use: a variable that the moment does not supply, too long for the channel, no script for a person",
            "文案与使用不符：时机未提供变量、超过渠道字数、人工渠道缺话术"),
    RULE_UNREACHABLE(
            Severity.WARNING,
            "a rule or a card that can never act: its constraints contradict each other, or it waits for what nobody concludes",
            "永远不会生效的规则或策略卡：条件互相矛盾，或等待无人给出的结论"),
    MOMENT_UNUSED(Severity.WARNING, "a moment that no card answers and no rule looks at", "没有策略卡、也没有规则使用的时机"),
    DECLARED_UNUSED(Severity.WARNING, "a feature, a pattern or a content that nothing uses", "没有被使用的特征、模式或文案"),
    STYLE_HEADER(
            Severity.WARNING, "a DRL file does not begin with its question, owner and since", "DRL 文件开头缺少问题、负责人和起始时间"),
    STYLE_FILE_NAME(Severity.WARNING, "a file's name is not kebab-case", "文件名不是短横线小写形式"),
    STYLE_RULE_NAME(Severity.WARNING, "a rule's name is no sentence", "规则名不是一句话"),
    STYLE_LINES(
            Severity.WARNING,
            "more than one pattern on a line, or a conclusion that is not one line",
            "一行写了多个模式，或结论不在一行");

    private final Severity severity;
    private final String english;
    private final String chinese;

    /** Whether it keeps a release from being published. */
    public enum Severity {
        ERROR,
        WARNING
    }

    FindingCode(Severity severity, String english, String chinese) {
        this.severity = severity;
        this.english = english;
        this.chinese = chinese;
    }

    /** Such as {@code unknown-key}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** What is wrong, in one sentence. */
    public String english() {
        return english;
    }

    /** The same in Chinese. */
    public String chinese() {
        return chinese;
    }
}
