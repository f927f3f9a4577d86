"""Turn parsed content into models; every fault becomes a Vietnamese sentence with file, line, key and nearest key."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from cchc.model.errors import InputError
from cchc.packs.source_text import SourceText

ModelT = TypeVar("ModelT", bound=BaseModel)

_MESSAGES = {
    "missing": "thiếu khóa này",
    "int_type": "cần một số nguyên, đang ghi {input}",
    "int_parsing": "cần một số nguyên, đang ghi {input}",
    "int_from_float": "cần một số nguyên, đang ghi {input}",
    "float_type": "cần một số, đang ghi {input}",
    "float_parsing": "cần một số, đang ghi {input}",
    "finite_number": "cần một số hữu hạn, đang ghi {input}",
    "string_type": "cần một chuỗi chữ, đang ghi {input}; hãy đặt trong dấu nháy",
    "string_too_short": "không được để trống",
    "string_pattern_mismatch": "{input} không đúng dạng {pattern}",
    "bool_type": "cần true hoặc false, đang ghi {input}",
    "bool_parsing": "cần true hoặc false, đang ghi {input}",
    "literal_error": "{input} không có; chọn một trong {expected}",
    "greater_than_equal": "phải từ {ge} trở lên, đang ghi {input}",
    "greater_than": "phải lớn hơn {gt}, đang ghi {input}",
    "less_than_equal": "phải không quá {le}, đang ghi {input}",
    "date_type": "cần một ngày dạng 2025-04-14, đang ghi {input}",
    "date_parsing": "cần một ngày dạng 2025-04-14, đang ghi {input}",
    "date_from_datetime_parsing": "cần một ngày dạng 2025-04-14, đang ghi {input}",
    "date_from_datetime_inexact": "cần một ngày không kèm giờ, đang ghi {input}",
    "tuple_type": "cần một danh sách, đang ghi {input}",
    "list_type": "cần một danh sách, đang ghi {input}",
    "dict_type": "cần các cặp khóa: giá trị, đang ghi {input}",
    "model_type": "cần các cặp khóa: giá trị, đang ghi {input}",
    "model_attributes_type": "cần các cặp khóa: giá trị, đang ghi {input}",
    "union_tag_invalid": "loại {tag!r} không có; chọn một trong {expected_tags}",
    "union_tag_not_found": "thiếu khóa 'type'",
    "too_short": "danh sách không được trống",
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to `word`, or None if none is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    best = process.extractOne(word, list(known), scorer=OSA.normalized_similarity, score_cutoff=0.55)
    return best[0] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `, có phải 'x'?` for the nearest known word, or nothing."""
    near = nearest(word, known)
    return f", có phải '{near}'?" if near else ""


def build(model: type[ModelT], source: SourceText) -> ModelT | list[InputError]:
    """Return the model of a file, or every fault of it."""
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        return [_problem(source, model, e) for e in _own_faults(error.errors(include_url=False))]


def _own_faults(errors: Sequence[Any]) -> Iterator[Any]:
    """Leave out "list too short" where its only fault is that an item of it was refused."""
    for error in errors:
        inside = (other["loc"][: len(error["loc"])] == error["loc"] for other in errors if other is not error)
        if error["type"] != "too_short" or not any(inside):
            yield error


def _problem(source: SourceText, model: type[BaseModel], error: Any) -> InputError:
    kind, context = error["type"], error.get("ctx", {})
    path = _written(source, error["loc"])
    if kind == "extra_forbidden":
        key = str(error["loc"][-1])
        message = f"không có khóa '{key}'{did_you_mean(key, keys_at(model, error['loc'][:-1]))}"
    elif kind == "value_error":
        message = str(context["error"])
    elif kind == "missing":
        message = f"thiếu khóa '{error['loc'][-1]}'"
    else:
        context = {**context, "input": shown_input(error["input"])}
        if kind == "literal_error":
            context["expected"] = context["expected"].replace(" or ", ", ")
        message = _MESSAGES.get(kind, "giá trị {input} không hợp lệ").format(**context)
    return source.problem(message, path)


def shown_input(given: object) -> str:
    """Return what stands in the file, as it is written there and not too long."""
    if given is None or isinstance(given, bool):
        return {None: "trống", True: "true", False: "false"}[given]
    if isinstance(given, dict):
        return "các cặp khóa: giá trị"
    if isinstance(given, list | tuple):
        return "một danh sách"
    text = str(given)
    text = text if len(text) <= 60 else f"{text[:60]}…"
    return f"'{text}'" if isinstance(given, str) else text


def _written(source: SourceText, location: Sequence[str | int]) -> tuple[str | int, ...]:
    """Cut `location` to what stands in the file: models add steps of their own (list wrapping, union branches)."""
    path: tuple[str | int, ...] = ()
    for step in location:
        if (*path, step) in source.lines:
            path = (*path, step)
    return path


def keys_at(model: type[BaseModel], location: Sequence[str | int]) -> set[str]:
    """Return the keys that may stand at a place of a file; steps that name no field are items of lists or of maps."""
    here = _models(model)
    for step in location:
        inner = [m.model_fields[step].annotation for m in here if isinstance(step, str) and step in m.model_fields]
        here = [found for annotation in inner for found in _models(annotation)] or here
    return {field.alias or name for m in here for name, field in m.model_fields.items()}


def _models(annotation: Any) -> list[type[BaseModel]]:
    """Return the models inside an annotation, not those inside their fields."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for argument in get_args(annotation) for found in _models(argument)]
